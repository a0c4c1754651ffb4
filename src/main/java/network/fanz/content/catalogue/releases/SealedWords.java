package network.fanz.content.catalogue.releases;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Sha256;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Titles, descriptions and tags, under their work's own key. */
@Component
public class SealedWords {
    private static final String TITLE = "catalogue.release.title";
    private static final String TAGS = "catalogue.release.tags";
    private static final String DESCRIPTION = "catalogue.release.description";

    private final Vault vault;

    SealedWords(Vault vault) {
        this.vault = vault;
    }

    byte[] sealTitle(UUID work, String title) {
        return vault.seal(work, TITLE, title);
    }

    byte[] sealDescription(UUID work, String description) {
        return vault.seal(work, DESCRIPTION, description);
    }

    /** Null for none. */
    byte @Nullable [] sealTags(UUID work, List<String> tags) {
        return tags.isEmpty() ? null : vault.seal(work, TAGS, String.join(" ", tags));
    }

    String title(ReleaseRow release) {
        return title(release.work(), release.title());
    }

    String description(ReleaseRow release) {
        return description(release.work(), release.description());
    }

    List<String> tags(ReleaseRow release) {
        return tags(release.work(), release.tags());
    }

    /**
     * Empty if the work's key was destroyed.
     *
     * @param sealed null for none
     */
    public List<String> tags(UUID work, byte @Nullable [] sealed) {
        String tags = sealed == null ? "" : open(work, TAGS, sealed);
        return tags.isEmpty() ? List.of() : List.of(tags.split(" "));
    }

    /** Empty if the work's key was destroyed. */
    public String title(UUID work, byte[] sealed) {
        return open(work, TITLE, sealed);
    }

    /** Empty if the work's key was destroyed. */
    public String description(UUID work, byte[] sealed) {
        return open(work, DESCRIPTION, sealed);
    }

    private String open(UUID work, String field, byte[] sealed) {
        try {
            return vault.open(work, field, sealed);
        } catch (SubjectForgotten destroyed) {
            return "";
        }
    }

    /**
     * SHA-256 of what would be seen, each part behind its length: a decision is about exactly this. Without tags there is no part for them.
     *
     * @throws IllegalStateException before all that would be seen is made
     */
    String digest(ReleaseRow release) {
        if (release.sha256() == null || release.derived() == null) {
            throw new IllegalStateException("Not all is made of " + release.id());
        }
        MessageDigest digest = Sha256.newDigest();
        List<String> parts =
                new ArrayList<>(List.of(release.sha256(), release.derived(), title(release), description(release)));
        if (release.tags() != null) {
            parts.add(String.join(" ", tags(release)));
        }
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
