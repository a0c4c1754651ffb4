package network.fanz.content.intelligence.classifier;

/** A model that should look at pictures is not there, or cannot be run on this machine. */
public final class ModelMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelMissing(PictureModel model) {
        super("This program brings no model " + model.title());
    }

    ModelMissing(PictureModel model, Throwable cause) {
        super("The model " + model.title() + " cannot be run here", cause);
    }
}
