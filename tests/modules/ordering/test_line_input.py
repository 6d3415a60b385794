"""A line of an order is read the same way whether or not it takes the way through the fields."""

from hypothesis import example, given
from hypothesis import strategies as st
from rest_framework import serializers

from modules.ordering.api.serializers import LineInput

NUMBERS = st.one_of(st.integers(-2, 3), st.integers(), st.booleans(), st.none(), st.floats(), st.text(max_size=3))
QUANTITIES = st.one_of(
    NUMBERS,
    st.from_regex(r"-?\d{0,11}(\.\d{0,5})?", fullmatch=True),
    st.sampled_from(["0", "0.000", "0.001", "3", "03.10", "999999999.999", "1e3", " 2", "NaN", "²", "٣", "1,5"]),
)
LINES = st.one_of(
    st.fixed_dictionaries(
        {}, optional={"product": NUMBERS, "packaging": NUMBERS, "quantity": QUANTITIES, "x": NUMBERS}
    ),
    st.fixed_dictionaries({"product": st.integers(1, 9), "packaging": st.integers(1, 9), "quantity": QUANTITIES}),
    NUMBERS,
)


class Plain(LineInput):
    """The same fields, read as the framework does."""

    to_internal_value = serializers.Serializer.to_internal_value


def read(serializer: type, line) -> tuple:
    given = serializer(data=line)
    return given.is_valid(), repr(given.validated_data), given.errors


@given(LINES)
@example({"product": 1, "quantity": "3"})
@example({"product": 1, "packaging": None, "quantity": "0.0001"})
def test_what_is_well_formed_is_what_the_fields_make_of_it(line):
    assert read(LineInput, line) == read(Plain, line)
