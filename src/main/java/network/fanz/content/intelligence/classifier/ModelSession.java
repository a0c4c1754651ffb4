package network.fanz.content.intelligence.classifier;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** A model that is loaded. */
final class ModelSession {
    private static final String INPUT = "picture";

    private final PictureModel model;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private ModelSession(PictureModel model, OrtEnvironment environment, OrtSession session) {
        this.model = model;
        this.environment = environment;
        this.session = session;
    }

    /** @throws ModelMissing if it is not there or does not run here */
    static ModelSession open(PictureModel model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // One thread, and no memory kept between two pictures: it works beside everything else that the program
            // does.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new ModelSession(model, environment, environment.createSession(model.read(), options));
        } catch (OrtException | IOException | LinkageError failed) {
            throw new ModelMissing(model, failed);
        }
    }

    PictureOpinion look(BufferedImage picture) {
        long[] shape = {1, model.side(), model.side(), PictureSquare.COLOURS};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, PictureSquare.of(picture, model.side()), shape);
                OrtSession.Result answer = session.run(Map.of(INPUT, input))) {
            float[] probabilities = ((float[][]) answer.get(0).getValue())[0];
            Map<PictureClass, Float> opinion = new EnumMap<>(PictureClass.class);
            for (PictureClass kind : PictureClass.values()) {
                opinion.put(kind, probabilities[kind.ordinal()]);
            }
            return new PictureOpinion(model, opinion);
        } catch (OrtException failed) {
            throw new IllegalStateException("The model " + model.title() + " gave no answer", failed);
        }
    }
}
