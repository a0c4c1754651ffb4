package network.fanz.finance.payments.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import network.fanz.common.Access;
import network.fanz.common.Forbidden;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's API. As with a real vendor, it is open to every caller that has the key. */
@RestController
@Profile("local")
@Hidden
@RequestMapping("/sandbox/v1/checkouts")
class SandboxApi {
    private final SandboxVendor vendor;
    private final SandboxKeys keys;

    SandboxApi(SandboxVendor vendor, SandboxKeys keys) {
        this.vendor = vendor;
        this.keys = keys;
    }

    /** Before every call. */
    @ModelAttribute
    void check(@RequestHeader(name = "Sandbox-Key", required = false) @Nullable String key) {
        byte[] given = key == null ? new byte[0] : key.getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, keys.apiKey().getBytes(StandardCharsets.UTF_8))) {
            throw new Forbidden("The vendor's API needs its key.");
        }
    }

    @PostMapping
    @Access(anyone = true)
    SandboxJson.SandboxCheckout create(@RequestBody SandboxJson.SandboxCheckoutRequest body) {
        return vendor.create(body);
    }

    @GetMapping("/{session}")
    @Access(anyone = true)
    SandboxJson.SandboxCheckout status(@PathVariable("session") String session) {
        return vendor.status(session);
    }

    @PostMapping("/{session}/capture")
    @Access(anyone = true)
    SandboxJson.SandboxCheckout capture(@PathVariable("session") String session, @RequestBody Money amount) {
        return vendor.capture(session, amount);
    }

    @PostMapping("/{session}/cancellation")
    @Access(anyone = true)
    SandboxJson.SandboxCheckout cancel(@PathVariable("session") String session) {
        return vendor.cancel(session);
    }

    @PostMapping("/{session}/refund")
    @Access(anyone = true)
    SandboxJson.SandboxCheckout refund(
            @PathVariable("session") String session, @RequestBody SandboxJson.SandboxRefundRequest body) {
        return vendor.refund(session, body.refund(), body.amount());
    }
}
