package network.fanz.testing;

import network.fanz.tools.walkthrough.MadeClip;

/** Films that the tests make themselves. */
public final class TestFilms {
    private TestFilms() {}

    /** A clip with moving figures and a tone, 30 frames a second; each one is another. */
    public static byte[] clip(int seconds, int width, int height) {
        return clip(seconds, width, height, true);
    }

    public static byte[] clip(int seconds, int width, int height, boolean sound) {
        return MadeClip.of(seconds, width, height, sound);
    }
}
