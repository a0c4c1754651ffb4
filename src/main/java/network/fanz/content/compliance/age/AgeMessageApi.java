package network.fanz.content.compliance.age;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import network.fanz.common.Access;
import network.fanz.content.compliance.spi.IdentityMessage;
import network.fanz.content.compliance.spi.SignedMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the messages of providers that check ages. A message moves nothing: the provider is asked. What it is about may be forgotten already. */
@RestController
@Tag(name = "compliance")
class AgeMessageApi {
    private final AgeProviders providers;
    private final AgeStore store;

    AgeMessageApi(AgeProviders providers, AgeStore store) {
        this.providers = providers;
        this.store = store;
    }

    @PostMapping("/webhooks/age/{provider}")
    @Access(anyone = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "receiveAgeMessage", summary = "A signed message of a provider that checks ages")
    void receive(
            @PathVariable("provider") String provider,
            @RequestHeader(name = "Webhook-Signature", required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        IdentityMessage message = providers.forMessages(provider).readMessage(new SignedMessage(body, signature));
        if (message.check() != null) {
            store.askFirst(message.check(), provider);
        }
    }
}
