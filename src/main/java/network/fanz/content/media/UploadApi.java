package network.fanz.content.media;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.common.StreamedBody;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Files in pieces, as tus 1.0.0 says (https://tus.io/protocols/resumable-upload). */
@RestController
@Tag(name = "media")
class UploadApi {
    private static final String PATH = "/api/v1/uploads";
    private static final String ONE = PATH + "/{id}";

    private final Uploads uploads;
    private final UploadWriter writer;

    UploadApi(Uploads uploads, UploadWriter writer) {
        this.uploads = uploads;
        this.writer = writer;
    }

    /** Which version is spoken, before anything is done. A header that makes a method another one is not obeyed, and not passed over. */
    @ModelAttribute
    void requireVersion(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(TusHeaders.RESUMABLE, TusHeaders.VERSION);
        if (request.getHeader("X-HTTP-Method-Override") != null) {
            throw new InvalidField("X-HTTP-Method-Override", "Send the method itself.");
        }
        boolean asks = request.getMethod().equals("OPTIONS");
        if (!asks && !TusHeaders.VERSION.equals(request.getHeader(TusHeaders.RESUMABLE))) {
            response.setHeader("Tus-Version", TusHeaders.VERSION);
            throw new TusVersion();
        }
    }

    @RequestMapping(path = PATH, method = RequestMethod.OPTIONS)
    @Access(anyone = true)
    @Operation(operationId = "uploadOptions", summary = "What of tus is spoken here")
    ResponseEntity<Void> options() {
        return ResponseEntity.noContent()
                .header("Tus-Version", TusHeaders.VERSION)
                .header("Tus-Extension", TusHeaders.EXTENSIONS)
                .header("Tus-Max-Size", Long.toString(uploads.fileMax()))
                .header("Tus-Checksum-Algorithm", PieceChecksum.ALGORITHMS)
                .build();
    }

    @PostMapping(PATH)
    @Access(Role.CREATOR)
    @Operation(operationId = "beginUpload", summary = "Begin a file of a length, and send its first bytes if you like")
    ResponseEntity<Void> begin(
            @RequestHeader("Idempotency-Key") String key,
            @RequestHeader(TusHeaders.LENGTH) String length,
            @RequestHeader(name = TusHeaders.METADATA, required = false) @Nullable String metadata,
            @RequestHeader(name = PieceChecksum.HEADER, required = false) @Nullable String checksum,
            Caller caller,
            HttpServletRequest request) {
        for (String unknown : new String[] {"Upload-Concat", "Upload-Defer-Length"}) {
            if (request.getHeader(unknown) != null) {
                throw new InvalidField(unknown, "This is not spoken here.");
            }
        }
        AccountId owner = caller.requireAccount();
        PieceChecksum proof = checksum == null ? null : PieceChecksum.of(checksum);
        NewUpload file = NewUpload.of(TusHeaders.number(TusHeaders.LENGTH, length), TusHeaders.fileName(metadata));
        StreamedBody body = StreamedBody.of(request).orElse(null);
        if (body != null && body.announced() > file.length()) {
            throw new PieceTooLong();
        }
        Upload begun = uploads.begin(owner, file, key);
        if (body != null && begun.received() == 0) {
            writer.append(begun.id(), owner, 0, body, proof);
        }
        return answer(
                        ResponseEntity.created(URI.create(request.getContextPath() + PATH + "/" + begun.id())),
                        uploads.look(begun.id(), owner))
                .build();
    }

    @RequestMapping(path = ONE, method = RequestMethod.HEAD)
    @Access(Role.CREATOR)
    @Operation(operationId = "lookAtUpload", summary = "How far a file of yours has come")
    ResponseEntity<Void> look(@PathVariable("id") UUID id, Caller caller) {
        Upload upload = uploads.look(id, caller.requireAccount());
        ResponseEntity.HeadersBuilder<?> answer = answer(ResponseEntity.ok(), upload)
                .header("Cache-Control", "no-store")
                .header(TusHeaders.LENGTH, Long.toString(upload.length()));
        if (upload.fileName() != null) {
            answer.header(TusHeaders.METADATA, TusHeaders.metadata(upload.fileName()));
        }
        return answer.build();
    }

    @PatchMapping(ONE)
    @Access(Role.CREATOR)
    @Operation(operationId = "sendPiece", summary = "Send a file's next bytes")
    ResponseEntity<Void> send(
            @PathVariable("id") UUID id,
            @RequestHeader(TusHeaders.OFFSET) String offset,
            @RequestHeader(name = PieceChecksum.HEADER, required = false) @Nullable String checksum,
            Caller caller,
            HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException {
        AccountId owner = caller.requireAccount();
        PieceChecksum proof = checksum == null ? null : PieceChecksum.of(checksum);
        StreamedBody body = StreamedBody.of(request)
                .orElseThrow(
                        () -> new HttpMediaTypeNotSupportedException("A piece is application/offset+octet-stream."));
        writer.append(id, owner, TusHeaders.number(TusHeaders.OFFSET, offset), body, proof);
        return answer(ResponseEntity.noContent(), uploads.look(id, owner)).build();
    }

    @DeleteMapping(ONE)
    @Access(Role.CREATOR)
    @Operation(operationId = "deleteUpload", summary = "Delete a file of yours for good, finished or not")
    ResponseEntity<Void> delete(@PathVariable("id") UUID id, Caller caller) {
        uploads.delete(id, caller.requireAccount());
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    private static ResponseEntity.HeadersBuilder<?> answer(ResponseEntity.HeadersBuilder<?> answer, Upload upload) {
        answer.header(TusHeaders.OFFSET, Long.toString(upload.received()));
        if (upload.state() == UploadState.RECEIVING && upload.expiresAt() != null) {
            answer.header(TusHeaders.EXPIRES, TusHeaders.time(upload.expiresAt()));
        }
        return answer;
    }
}
