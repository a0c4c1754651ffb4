package network.fanz.content.compliance.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import network.fanz.common.Access;
import network.fanz.content.compliance.spi.IdentityResult;
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
@RequestMapping("/sandbox/v1/identity-checks")
class IdentitySandboxApi {
    private final IdentitySandboxVendor vendor;
    private final IdentitySandboxKeys keys;

    IdentitySandboxApi(IdentitySandboxVendor vendor, IdentitySandboxKeys keys) {
        this.vendor = vendor;
        this.keys = keys;
    }

    /** Before every call. */
    @ModelAttribute
    void check(@RequestHeader(name = "Sandbox-Key", required = false) @Nullable String key) {
        keys.require(key);
    }

    @PostMapping
    @Access(anyone = true)
    IdentitySandboxJson.BegunCheck begin(@RequestBody IdentitySandboxJson.NewCheck body) {
        return vendor.begin(body);
    }

    @GetMapping("/{reference}")
    @Access(anyone = true)
    IdentityResult result(@PathVariable("reference") String reference) {
        return vendor.result(reference);
    }
}
