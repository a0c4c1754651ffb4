package network.fanz.platform.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import network.fanz.testing.GeneratedDocs;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class ApiDescriptionTest {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode api = RunningFanz.shared()
            .client()
            .get("api", "/api/openapi.json")
            .expect(200)
            .json();

    @Test
    @Tag("generated")
    void isCommitted() {
        JsonMapper sorted =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        GeneratedDocs.check(Path.of("docs", "openapi.json"), sorted.writeValueAsString(api) + "\n");
    }

    @Test
    void namesEveryOperationOnceAndSaysWhatItDoes() {
        List<String> ids = operations().stream()
                .map(operation -> operation.path("operationId").asString(""))
                .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][A-Za-z0-9]*"));
        assertThat(operations())
                .allSatisfy(operation -> assertThat(operation.path("summary").asString(""))
                        .as(operation.path("operationId").asString(""))
                        .isNotBlank());
    }

    @Test
    void letsNobodyInWhoIsNotNamed() {
        assertThat(operations())
                .noneMatch(operation -> operation.path("x-access").asString("").equals("nobody"));
    }

    private List<JsonNode> operations() {
        List<JsonNode> all = new ArrayList<>();
        api.path("paths")
                .forEach(path ->
                        METHODS.stream().filter(path::has).map(path::get).forEach(all::add));
        return all;
    }
}
