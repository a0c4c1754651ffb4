package network.fanz.content.moderation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.intelligence.ImageHasher;
import network.fanz.content.intelligence.ImageHashes;
import network.fanz.content.intelligence.PictureForm;
import network.fanz.content.intelligence.PictureLook;
import network.fanz.content.media.PictureRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which bank would stop this picture, or has this hash. */
@RestController
@RequestMapping("/api/v1/moderation/hashes")
@Access(
        value = {Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR},
        freshProof = true)
@Tag(name = "moderation")
class HashLookUpApi {
    private static final List<MediaType> BYTES = List.of(
            MediaType.APPLICATION_OCTET_STREAM,
            MediaType.IMAGE_JPEG,
            MediaType.IMAGE_PNG,
            MediaType.valueOf("image/webp"));

    private final ImageHasher hasher;
    private final BankAdministration banks;

    HashLookUpApi(ImageHasher hasher, BankAdministration banks) {
        this.hasher = hasher;
        this.banks = banks;
    }

    /**
     * A file's hashes, and what they match.
     *
     * @param hashable whether its looks can be told from others; if not, no match says nothing
     * @param refusal why it could not be read as a picture; null if it could
     * @param why the same in a sentence
     * @param pdq the whole picture's hash as it lies; null if it could not be read
     * @param quality the whole picture's, from 0 to 100
     * @param looks all ways of seeing it, the whole first
     * @param answer of the banks that the caller may see and that are switched on
     * @param seals whether it is a match that nobody may see any more
     * @param matches the gravest first, a hundred at most
     */
    record LookedUpFile(
            String sha256,
            String sha1,
            String md5,
            boolean hashable,
            @Nullable PictureRefusal refusal,
            @Nullable String why,
            @Nullable String pdq,
            @Nullable Integer quality,
            List<LookedUpLook> looks,
            HashVerdict.HashAnswer answer,
            boolean seals,
            List<FoundHash> matches) {}

    /** One way of seeing a picture, with its hash in all eight forms. */
    record LookedUpLook(int quality, boolean hashable, Map<PictureForm, String> forms) {
        static LookedUpLook of(PictureLook look) {
            Map<PictureForm, String> forms = new EnumMap<>(PictureForm.class);
            for (PictureForm form : PictureForm.values()) {
                forms.put(form, look.forms().get(form.ordinal()).hex());
            }
            return new LookedUpLook(look.quality(), look.isHashable(), forms);
        }
    }

    /**
     * A banked hash that matches.
     *
     * @param hash its number in the bank
     * @param distance in how many of 256 bits a PDQ hash differs; 0 for a digest
     * @param exact whether it is the same file, byte for byte
     */
    record FoundHash(UUID bank, long hash, BankMeaning meaning, HashAlgorithm algorithm, int distance, boolean exact) {
        static List<FoundHash> of(List<BankMatch> matches) {
            return matches.stream()
                    .map(match -> new FoundHash(
                            match.bank(),
                            match.hash(),
                            match.meaning(),
                            match.algorithm(),
                            match.distance(),
                            match.isExact()))
                    .toList();
        }
    }

    @PostMapping
    @Operation(
            operationId = "lookUpFile",
            summary =
                    "A picture's hashes and quality, and what they match in the banks that you may see; nothing is kept of it")
    LookedUpFile lookUp(@RequestBody byte[] file, Caller caller, HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException {
        requireBytes(request.getContentType());
        ImageHashes hashes = hasher.hashes(file);
        HashVerdict verdict = banks.verdict(hashes, caller);
        PictureRefusal refusal = hashes.refusal();
        PictureLook whole = hashes.looks().isEmpty() ? null : hashes.looks().getFirst();
        return new LookedUpFile(
                hashes.digests().sha256(),
                hashes.digests().sha1(),
                hashes.digests().md5(),
                hashes.isHashable(),
                refusal,
                refusal == null ? null : refusal.sentence().english(),
                whole == null ? null : whole.hash().hex(),
                whole == null ? null : whole.quality(),
                hashes.looks().stream().map(LookedUpLook::of).toList(),
                verdict.answer(),
                verdict.seals(),
                FoundHash.of(verdict.matches()));
    }

    /** Asked behind the door, so that who may not come in is told that and nothing else. */
    private static void requireBytes(@Nullable String contentType) throws HttpMediaTypeNotSupportedException {
        MediaType sent = contentType == null ? MediaType.ALL : MediaType.parseMediaType(contentType);
        if (BYTES.stream().noneMatch(sent::equalsTypeAndSubtype)) {
            throw new HttpMediaTypeNotSupportedException(sent, BYTES);
        }
    }

    @GetMapping
    @Operation(
            operationId = "findHash",
            summary = "What a hash matches in the banks that you may see; a PDQ hash also what is near")
    List<FoundHash> find(@RequestParam HashAlgorithm algorithm, @RequestParam String hash, Caller caller) {
        return FoundHash.of(banks.matches(new NewHash(algorithm, hash, null), caller));
    }
}
