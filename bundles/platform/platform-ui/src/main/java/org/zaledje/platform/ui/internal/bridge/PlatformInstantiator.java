package org.zaledje.platform.ui.internal.bridge;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.stream.Stream;

/** Makes pages with the services that they need, those of functions by the functions themselves. */
final class PlatformInstantiator extends DefaultInstantiator {

    private static final long serialVersionUID = 1L;

    private final transient ViewFactory views;
    private final transient IndexPage indexPage;

    PlatformInstantiator(VaadinService service, ViewFactory views, IndexPage indexPage) {
        super(service);
        this.views = views;
        this.indexPage = indexPage;
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        return views.create(type).orElseGet(() -> {
            if (isPageOfFunctionThatIsGone(type)) {
                throw new NotFoundException();
            }
            return super.getOrCreate(type);
        });
    }

    /** A page whose function went between the moment its route was found and now. */
    private static boolean isPageOfFunctionThatIsGone(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return Component.class.isAssignableFrom(type)
                && loader != PlatformInstantiator.class.getClassLoader()
                && loader != Component.class.getClassLoader();
    }

    @Override
    public Stream<VaadinServiceInitListener> getServiceInitListeners() {
        return Stream.of(event -> event.addIndexHtmlRequestListener(indexPage));
    }

    @Override
    public I18NProvider getI18NProvider() {
        return PlatformLanguages.INSTANCE;
    }
}
