package network.fanz.content.catalogue.releases;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import network.fanz.common.Sha256;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.ReleaseStage;
import network.fanz.content.catalogue.ReleaseStep;
import network.fanz.content.catalogue.StepResult;
import network.fanz.content.media.UploadFiles;
import org.springframework.stereotype.Component;

/** Reads every byte once, which shows damage, and notes their hash: from then on a release is these bytes. */
@Component
class SniffStep implements ReleaseStep {
    private static final int BUFFER_BYTES = 256 * 1024;

    private final UploadFiles files;
    private final ReleaseStore store;

    SniffStep(UploadFiles files, ReleaseStore store) {
        this.files = files;
        this.store = store;
    }

    @Override
    public ReleaseStage stage() {
        return ReleaseStage.SNIFF;
    }

    @Override
    public StepResult take(ReleaseInHand release) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        long read = 0;
        try (SeekableByteChannel bytes = files.open(release.upload())) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer.flip());
                buffer.clear();
                read += count;
            }
        }
        if (read != release.length()) {
            throw new IOException("The file has " + read + " bytes instead of " + release.length());
        }
        store.setHash(release.id(), HexFormat.of().formatHex(digest.digest()));
        return new StepResult.Done();
    }
}
