package network.fanz.content.compliance;

/** A name that a person has, or has had, besides their legal one. */
public record OtherName(OtherNameKind kind, String name) {
    /** @throws network.fanz.common.InvalidField if it is empty or too long, or holds what cannot be seen or a card number */
    public static OtherName of(String field, OtherNameKind kind, String typed) {
        return new OtherName(kind, RecordText.name(field, typed));
    }

    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "OtherName";
    }
}
