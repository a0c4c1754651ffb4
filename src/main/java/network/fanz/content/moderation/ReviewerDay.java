package network.fanz.content.moderation;

/**
 * How much somebody has looked at today, in UTC.
 *
 * @param breakAfter from how many items on they are told to have a break
 */
public record ReviewerDay(int items, int breakAfter) {
    public boolean isLong() {
        return items >= breakAfter;
    }
}
