package org.zaledje.platform.service.internal.deploy;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.health.ReadinessCheck;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** Ready when what lay in the hot-deploy folder at the start is installed, or has failed for good. */
@Component
public final class FunctionsReadiness implements ReadinessCheck {

    private static final Texts TEXTS = Texts.beside(FunctionsReadiness.class);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile HotDeployer deployer;

    @Override
    public String name() {
        return "functions";
    }

    @Override
    public Optional<LocalizedText> notReadyBecause() {
        HotDeployer present = deployer;
        return present != null && present.isReconciled()
                ? Optional.empty()
                : Optional.of(TEXTS.text("functions.starting"));
    }
}
