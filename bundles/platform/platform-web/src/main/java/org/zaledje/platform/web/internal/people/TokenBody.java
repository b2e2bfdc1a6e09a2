package org.zaledje.platform.web.internal.people;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.people.NewToken;

/** A token to be issued. */
@Schema(name = "NewToken")
public record TokenBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = ApiToken.NAME_LENGTH_MAX, example = "Bank interface")
        String name,
        @Schema(description = "What it is good for; absent for all that its user may do") Set<String> permissions,
        @Schema(description = "The company it is good in; absent for all of its user's") UUID company,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "730", example = "90") Integer days) {

    static NewToken wanted(TokenBody given) {
        return given == null ? new NewToken("", Set.of(), Optional.empty(), 0)
                : new NewToken(Bodies.text(given.name), Optional.ofNullable(given.permissions).orElse(Set.of()),
                        Optional.ofNullable(given.company),
                        Optional.ofNullable(given.days).orElse(0));
    }
}
