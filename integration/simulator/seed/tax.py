"""Tax identifiers that pass the checks of their countries."""

CHINESE = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def tax_id(digits: int, number: int) -> str:
    """A tax id of the given length: 12 = БИН of Kazakhstan, 18 = the unified code of China, else plain digits."""
    if digits == 18:
        return chinese(f"91650100{number:09d}")
    if digits == 12:
        return kazakh(f"1405400{number:04d}")
    return f"{30_000_000_000_000 + number * 7919:014d}"[-digits:]


def kazakh(eleven: str) -> str:
    """Control digit of БИН: weights 1…11 modulo 11; on 10 once more with weights 3…11, 1, 2."""
    figures = [int(one) for one in eleven]
    for weights in (range(1, 12), [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]):
        control = sum(figure * weight for figure, weight in zip(figures, weights, strict=True)) % 11
        if control < 10:
            return f"{eleven}{control}"
    return kazakh(f"{int(eleven) + 5000:011d}")  # such numbers are not given out


def chinese(seventeen: str) -> str:
    """Control character of GB 32100: weights 3^i modulo 31."""
    total = sum(CHINESE.index(one) * pow(3, position, 31) for position, one in enumerate(seventeen))
    return seventeen + CHINESE[-total % 31]
