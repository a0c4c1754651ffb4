package network.fanz.content.intelligence;

import java.util.List;

/**
 * One way of seeing a picture, such as whole or without its border.
 *
 * @param quality from 0 for nothing to see to 100
 * @param forms the hashes as it lies and as it would lie turned and mirrored, in the order of {@link PictureForm}
 */
public record PictureLook(int quality, List<PdqHash> forms) {
    /** Below this a hash says too little to tell pictures apart; its authors' own threshold. */
    private static final int QUALITY_MIN = 50;

    public PictureLook {
        forms = List.copyOf(forms);
    }

    /** As it lies. */
    public PdqHash hash() {
        return forms.get(PictureForm.ORIGINAL.ordinal());
    }

    /** Whether its hash can be told from others. */
    public boolean isHashable() {
        return quality >= QUALITY_MIN;
    }
}
