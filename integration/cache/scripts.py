"""What has to happen at once, as scripts that Redis runs one after the other.

An entry is a hash: `value`, `at` (true of that moment), `until` (fresh so long), `mark`, `version`, `retry` (the
supplier failed: not asked before) and `writing` (a writer is between its save and its put, until then at most).
Moments are seconds since 1970 by the caller's clock. Beside it lies its lock, whose value is the holder's token.
"""

TAKE = """
-- KEYS: counts, then entry and lock of each. ARGV: now, token, lease ms, stale bound s, count?
local now, bound, answer, counted, age = tonumber(ARGV[1]), tonumber(ARGV[4]), {}, {}, 0
for k = 2, #KEYS, 2 do
    local held = redis.call('HMGET', KEYS[k], 'value', 'at', 'until', 'mark', 'retry', 'writing')
    local at = held[1] and tonumber(held[2])
    local usable = at and now - at <= bound
    local state
    if held[6] and now < tonumber(held[6]) then
        state, held[1] = 'write', false
    elseif at and now < tonumber(held[3]) then
        state = 'hit'
    elseif held[5] and now < tonumber(held[5]) then
        state = usable and 'stale' or 'failed'
    elseif redis.call('SET', KEYS[k + 1], ARGV[2], 'NX', 'PX', ARGV[3]) then
        state = 'miss'
    else
        state = usable and 'stale' or 'wait'
    end
    if state == 'wait' or state == 'failed' then held[1] = false end
    if state == 'hit' or state == 'stale' then age = age + math.max(0, now - at) end
    counted[state] = (counted[state] or 0) + 1
    answer[#answer + 1] = {state, held[1], held[2], held[4]}
end
if ARGV[5] == '1' then
    for state, number in pairs(counted) do redis.call('HINCRBY', KEYS[1], state, number) end
    if age > 0 then redis.call('HINCRBY', KEYS[1], 'age ms', math.floor(age * 1000)) end
end
return answer
"""

PEEK = """
-- KEYS: entries. ARGV: now. What is held and fresh; counts nothing, locks nothing.
local now, answer = tonumber(ARGV[1]), {}
for k = 1, #KEYS do
    local held = redis.call('HMGET', KEYS[k], 'value', 'at', 'until', 'mark', 'writing')
    local fresh = held[1] and now < tonumber(held[3]) and not (held[5] and now < tonumber(held[5]))
    answer[k] = fresh and {'hit', held[1], held[2], held[4]} or false
end
return answer
"""

KEEP = """
-- KEYS: counts, then entry and lock of each. ARGV: token, at, kept ms, mark, then value and until of each
local kept = 0
for k = 2, #KEYS, 2 do
    if redis.call('GET', KEYS[k + 1]) == ARGV[1] then
        redis.call('HSET', KEYS[k], 'value', ARGV[k + 3], 'at', ARGV[2], 'until', ARGV[k + 4], 'mark', ARGV[4])
        redis.call('HDEL', KEYS[k], 'retry')
        redis.call('PEXPIRE', KEYS[k], ARGV[3])
        redis.call('DEL', KEYS[k + 1])
        kept = kept + 1
    end
end
redis.call('HINCRBY', KEYS[1], 'load', 1)
redis.call('HSET', KEYS[1], 'loaded_at', ARGV[2])
return kept
"""

RENEW = """
-- KEYS: counts, entry, lock. ARGV: token, at, until, kept ms
if redis.call('GET', KEYS[3]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[3])
redis.call('HINCRBY', KEYS[1], 'renewed', 1)
if redis.call('HEXISTS', KEYS[2], 'value') == 0 then return 0 end
redis.call('HSET', KEYS[2], 'at', ARGV[2], 'until', ARGV[3])
redis.call('HDEL', KEYS[2], 'retry')
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return 1
"""

RELEASE = """
-- KEYS: counts, then entry and lock of each. ARGV: token, retry ('' where the supplier is not to blame), pause ms
for k = 2, #KEYS, 2 do
    if redis.call('GET', KEYS[k + 1]) == ARGV[1] then
        redis.call('DEL', KEYS[k + 1])
        if ARGV[2] ~= '' then
            redis.call('HSET', KEYS[k], 'retry', ARGV[2])
            if redis.call('PTTL', KEYS[k]) < 0 then redis.call('PEXPIRE', KEYS[k], ARGV[3]) end
        end
    end
end
if ARGV[2] ~= '' then redis.call('HINCRBY', KEYS[1], 'error', 1) end
"""

BEGIN = """
-- KEYS: entry. ARGV: writing until, kept ms, writer. The version stays: a late writer is to find it.
redis.call('HDEL', KEYS[1], 'value')
redis.call('HSET', KEYS[1], 'writing', ARGV[1], 'writer', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
"""

PUT = """
-- KEYS: counts, entry, lock. ARGV: token, value, version, at, until, kept ms, now, writer ('' for a reader)
if redis.call('GET', KEYS[3]) == ARGV[1] then redis.call('DEL', KEYS[3]) end
local held = redis.call('HMGET', KEYS[2], 'version', 'writing', 'writer')
if held[3] and held[3] == ARGV[8] then
    redis.call('HDEL', KEYS[2], 'writing', 'writer')
elseif ARGV[8] == '' and held[2] and tonumber(ARGV[7]) < tonumber(held[2]) then
    return 0
end
if held[1] and tonumber(held[1]) > tonumber(ARGV[3]) then
    redis.call('HINCRBY', KEYS[1], 'late', 1)
    return 0
end
redis.call('HSET', KEYS[2], 'value', ARGV[2], 'version', ARGV[3], 'at', ARGV[4], 'until', ARGV[5], 'mark', '')
redis.call('HDEL', KEYS[2], 'retry')
redis.call('PEXPIRE', KEYS[2], ARGV[6])
redis.call('HINCRBY', KEYS[1], ARGV[8] == '' and 'load' or 'written', 1)
redis.call('HSET', KEYS[1], 'loaded_at', ARGV[4])
return 1
"""

FORGET = """
-- KEYS: entries and locks as found. A loader under way finds its lock gone; a version stays for late writers.
for k = 1, #KEYS do
    if redis.call('TYPE', KEYS[k]).ok ~= 'hash' then
        redis.call('DEL', KEYS[k])
    elseif redis.call('HEXISTS', KEYS[k], 'version') == 1 then
        redis.call('HDEL', KEYS[k], 'value', 'retry')
    else
        redis.call('DEL', KEYS[k])
    end
end
return #KEYS
"""
