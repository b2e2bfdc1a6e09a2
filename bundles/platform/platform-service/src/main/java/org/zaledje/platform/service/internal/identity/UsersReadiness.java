package org.zaledje.platform.service.internal.identity;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.health.ReadinessCheck;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** Ready when somebody can log in who may let others in. */
@Component
public final class UsersReadiness implements ReadinessCheck {

    private static final Texts TEXTS = Texts.beside(UsersReadiness.class);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile UserStore users;

    @Override
    public String name() {
        return "users";
    }

    @Override
    public Optional<LocalizedText> notReadyBecause() {
        UserStore present = users;
        try {
            return present != null && present.hasAdministrator()
                    ? Optional.empty()
                    : Optional.of(TEXTS.text("users.no-administrator"));
        } catch (IllegalStateException e) {
            return Optional.of(TEXTS.text("users.unavailable"));
        }
    }
}
