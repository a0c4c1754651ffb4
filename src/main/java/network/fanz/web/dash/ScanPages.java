package network.fanz.web.dash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.compliance.DocumentScan;
import network.fanz.content.compliance.DocumentScans;
import network.fanz.web.brand.OnBrands;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures of documents, for custodians: each look is audited. Nothing keeps what was sent. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.CUSTODIAN)
final class ScanPages {
    private final DocumentScans scans;

    ScanPages(DocumentScans scans) {
        this.scans = scans;
    }

    @GetMapping("/records/{id}/scans/{scan}")
    void scan(@PathVariable("id") UUID id, @PathVariable("scan") UUID scan, Caller caller, HttpServletResponse response)
            throws IOException {
        DocumentScan found = scans.look(caller.requireAccount(), id, scan);
        response.setContentType(found.mediaType());
        response.setContentLengthLong(found.length());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
        try (InputStream bytes = found.bytes()) {
            bytes.transferTo(response.getOutputStream());
        }
    }
}
