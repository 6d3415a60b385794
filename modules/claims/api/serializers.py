"""Shapes of the claims API."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from integration.outbox.shown import ExchangeSerializer, shown
from modules.claims.models import Claim
from modules.claims.states import OPEN_TO_CHANGE, ClaimKind
from modules.partners.api.serializers import ContractRefSerializer, RefSerializer


class ClaimTextsInput(serializers.Serializer):
    """What the client says."""

    kind = serializers.ChoiceField(ClaimKind.choices)
    subject = serializers.CharField(max_length=200)
    text = serializers.CharField(max_length=5000)


class ClaimRegisterInput(ClaimTextsInput):
    """An order says whose claim it is; without one a contract does, else the partner."""

    order = serializers.UUIDField(required=False, allow_null=True)
    contract = serializers.IntegerField(min_value=1, required=False, allow_null=True)
    partner = serializers.IntegerField(min_value=1, required=False, allow_null=True)


class ClaimChangeInput(ClaimTextsInput):
    """`version`: the one that was shown; another one now is a conflict."""

    version = serializers.IntegerField(min_value=1)


class ClaimOrderSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    number = serializers.CharField()
    onec_number = serializers.CharField(allow_blank=True)


class ClaimMoveSerializer(serializers.Serializer):
    at = serializers.DateTimeField()
    was = serializers.CharField(allow_blank=True)
    became = serializers.CharField()
    label = serializers.CharField(source="get_became_display")
    by = serializers.SerializerMethodField()
    note = serializers.CharField(allow_blank=True)

    def get_by(self, move) -> str | None:
        """Who did it; null for 1C."""
        return move.user.name if move.user else None


class ClaimSerializer(serializers.ModelSerializer):
    """A claim in a list. `number` is 1C's, `author` null for a claim that was made in 1C.

    `kind` and `status` are values of ClaimKind and ClaimStatus.
    """

    kind = serializers.CharField()
    kind_label = serializers.CharField(source="get_kind_display")
    status = serializers.CharField()
    status_label = serializers.CharField(source="get_status_display")
    exchange = serializers.SerializerMethodField()
    partner = RefSerializer()
    contract = ContractRefSerializer(allow_null=True)
    order = ClaimOrderSerializer(allow_null=True)
    author = serializers.CharField(source="author.name", default=None, allow_null=True, read_only=True)

    class Meta:
        model = Claim
        fields = [
            "id", "number", "kind", "kind_label", "subject", "status", "status_label", "exchange", "partner",
            "contract", "order", "author", "registered_at", "version",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(ExchangeSerializer(allow_null=True))
    def get_exchange(self, claim) -> dict | None:
        """Null for a claim that never had to travel: 1C made it."""
        return shown(self.context["exchange"].get(str(claim.pk)))


class ClaimDetailSerializer(ClaimSerializer):
    """A claim with its texts and history."""

    counterparty = RefSerializer(allow_null=True)
    changeable = serializers.SerializerMethodField()
    history = ClaimMoveSerializer(many=True)

    class Meta(ClaimSerializer.Meta):
        fields = [*ClaimSerializer.Meta.fields, "counterparty", "text", "answer", "reason", "changeable", "history"]
        read_only_fields = fields

    def get_changeable(self, claim) -> bool:
        """Nobody works on it yet, so its author may correct it."""
        return claim.author_id is not None and claim.status in OPEN_TO_CHANGE


class ClaimContractSerializer(ContractRefSerializer):
    partner = RefSerializer()


class ClaimOptionsSerializer(serializers.Serializer):
    """For whom the caller may register a claim."""

    partners = RefSerializer(many=True)
    contracts = ClaimContractSerializer(many=True)
