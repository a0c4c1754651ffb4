package network.fanz.web.page;

/** A sentence at the top of a page: what has happened, or what the reader must know. */
public record Notice(Tone tone, String text) {
    /** How it is meant; colour and icon follow, and the words say it anyway. */
    public enum Tone {
        OK,
        INFO,
        WARN,
        BAD
    }

    public static Notice ok(String text) {
        return new Notice(Tone.OK, text);
    }

    public static Notice info(String text) {
        return new Notice(Tone.INFO, text);
    }

    public static Notice warn(String text) {
        return new Notice(Tone.WARN, text);
    }

    public static Notice bad(String text) {
        return new Notice(Tone.BAD, text);
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
