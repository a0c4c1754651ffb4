package network.fanz.build.words;

/** Where a template's English goes, and what comes back for it. */
@FunctionalInterface
interface Words {
    /**
     * @param english with <code>{0}</code> for values and {@code <0>…</0>} for elements
     * @return the same in another language, with the same values and elements in whatever order
     */
    String in(String english);
}
