package org.zaledje.platform.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the platform lends to the pages of a browser tab, so that a page need not pass it on to the pieces of this kit:
 * each tab has it from its start. For the thread that holds the UI's lock.
 */
@ProviderType
public interface Workplace {

    /** Lends nothing. */
    Workplace NOTHING = new Workplace() {
        @Override
        public <S> List<S> services(Class<S> type) {
            return List.of();
        }
    };

    /** The services of a kind that are there now and that pieces of this kit use, the most fitting first. */
    <S> List<S> services(Class<S> type);

    /** The most fitting service of a kind; empty while there is none. */
    default <S> Optional<S> service(Class<S> type) {
        return services(type).stream().findFirst();
    }

    /** The one of the current tab; one that lends nothing where there is no tab. */
    static Workplace current() {
        return Optional.ofNullable(UI.getCurrent()).map(ui -> ComponentUtil.getData(ui, Workplace.class)).orElse(NOTHING);
    }
}
