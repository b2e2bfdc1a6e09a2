package org.zaledje.platform.service.internal.deploy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.zaledje.platform.service.internal.problem.Reason;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** Knows which components of bundles do not come up, and why. */
record Components(ServiceComponentRuntime runtime) {

    private static final Texts TEXTS = Texts.beside(Components.class);
    private static final String NEEDS_CONFIGURATION = "require";

    /**
     * Why a component does not come up.
     *
     * @param isFinal whether waiting is of no use
     */
    record Problem(LocalizedText text, boolean isFinal) {
    }

    /** The first problem among the components of these bundles that are meant to come up by themselves. */
    Optional<Problem> problem(Collection<Bundle> bundles) {
        List<ComponentConfigurationDTO> configurations = runtime
                .getComponentDescriptionDTOs(bundles.toArray(Bundle[]::new)).stream()
                .filter(component -> component.defaultEnabled && component.factory == null)
                .filter(component -> !component.configurationPolicy.equals(NEEDS_CONFIGURATION))
                .flatMap(component -> runtime.getComponentConfigurationDTOs(component).stream())
                .toList();
        return configurations.stream().filter(one -> one.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(Components::failed).findFirst()
                .or(() -> configurations.stream().filter(Components::isWaiting).map(Components::waiting).findFirst());
    }

    private static boolean isWaiting(ComponentConfigurationDTO configuration) {
        return configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                || configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION;
    }

    private static Problem failed(ComponentConfigurationDTO configuration) {
        String trace = Optional.ofNullable(configuration.failure).orElse("");
        String reason = trace.lines().filter(line -> line.startsWith("Caused by: "))
                .reduce((first, last) -> last).map(line -> line.substring("Caused by: ".length()))
                .or(() -> trace.lines().findFirst()).orElse("");
        return new Problem(TEXTS.text("component.failed", name(configuration), Reason.of(reason)), true);
    }

    private static Problem waiting(ComponentConfigurationDTO configuration) {
        String missing = Arrays.stream(configuration.unsatisfiedReferences)
                .map(reference -> reference.target == null ? reference.name : reference.name + " " + reference.target)
                .collect(Collectors.joining(", "));
        return new Problem(TEXTS.text("component.waiting", name(configuration), missing), false);
    }

    private static String name(ComponentConfigurationDTO configuration) {
        ComponentDescriptionDTO description = configuration.description;
        return description.name;
    }
}
