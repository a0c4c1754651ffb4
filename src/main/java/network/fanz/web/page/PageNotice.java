package network.fanz.web.page;

/** A sentence at the top of a page: what has happened, or what the reader must know. */
public record PageNotice(Tone tone, String text) {
    /** How it is meant; colour and icon follow, and the words say it anyway. */
    public enum Tone {
        OK,
        INFO,
        WARN,
        BAD
    }

    public static PageNotice ok(String text) {
        return new PageNotice(Tone.OK, text);
    }

    public static PageNotice info(String text) {
        return new PageNotice(Tone.INFO, text);
    }

    public static PageNotice warn(String text) {
        return new PageNotice(Tone.WARN, text);
    }

    /** The class that the style sheet knows it by. */
    public String css() {
        return switch (tone) {
            case OK -> "ok";
            case INFO -> "info";
            case WARN -> "warn";
            case BAD -> "bad";
        };
    }

    public String icon() {
        return switch (tone) {
            case OK -> "okay";
            case INFO -> "info";
            case WARN, BAD -> "alert";
        };
    }
}
