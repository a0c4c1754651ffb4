package network.fanz.content.intelligence.classifier;

import java.util.Map;

/**
 * What a model says of a picture.
 *
 * @param probabilities of each class, from 0 to 1; together 1. They are the model's, not the world's
 */
public record PictureOpinion(PictureModel model, Map<PictureClass, Float> probabilities) {
    private static final float SURE_NOT = 0.15f;
    private static final float SURE = 0.85f;

    public PictureOpinion {
        probabilities = Map.copyOf(probabilities);
    }

    public float of(PictureClass kind) {
        return probabilities.getOrDefault(kind, 0f);
    }

    /** How far it takes the picture for a photograph or a drawing of sex. */
    public float explicit() {
        return of(PictureClass.PORN) + of(PictureClass.HENTAI);
    }

    /** Whether somebody else should look too. */
    public boolean isInDoubt() {
        return explicit() > SURE_NOT && explicit() < SURE;
    }
}
