package org.zaledje.platform.ui.internal.bridge;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.ui.View;
import org.zaledje.platform.ui.internal.functions.FunctionRegistry;
import org.zaledje.platform.ui.internal.functions.FunctionsView;
import org.zaledje.platform.ui.internal.functions.HotDeployFolder;
import org.zaledje.platform.ui.internal.functions.Installer;
import org.zaledje.platform.ui.internal.home.HomeView;
import org.zaledje.platform.ui.internal.login.LoginView;
import org.zaledje.platform.ui.internal.login.SignIn;
import org.zaledje.platform.ui.internal.shell.FailureView;
import org.zaledje.platform.ui.internal.shell.NotInstalledView;
import org.zaledje.platform.ui.internal.shell.Shell;
import org.zaledje.platform.ui.internal.tab.RenewalPage;

/** Makes the web UI's own pages with the services that they need, and lets functions make theirs. */
@org.osgi.service.component.annotations.Component(service = PlatformViews.class)
public final class PlatformViews implements ViewFactory {

    static final Set<Class<? extends Component>> ERROR_PAGES = Set.of(NotInstalledView.class, FailureView.class);

    private final FunctionRegistry functions;
    private final Callers callers;
    private final Map<Class<?>, Supplier<?>> own;

    @Activate
    public PlatformViews(
            @Reference FunctionRegistry functions,
            @Reference FunctionCatalogue catalogue,
            @Reference FunctionDeployer deployer,
            @Reference Callers callers,
            @Reference SignIn signIn,
            @Reference Installer installer,
            @Reference HotDeployFolder folder) {
        this.functions = functions;
        this.callers = callers;
        own = Map.of(
                LoginView.class, () -> new LoginView(signIn),
                Shell.class, () -> new Shell(functions, signIn),
                HomeView.class,
                () -> new HomeView(functions, folder, signIn.caller(VaadinSession.getCurrent()).orElseThrow()),
                FunctionsView.class, () -> {
                    callers.requireEverywhere(FunctionsView.PERMISSION);
                    return new FunctionsView(catalogue, deployer, installer, folder);
                },
                NotInstalledView.class, () -> new NotInstalledView(functions, folder));
    }

    static void register(RouteConfiguration routes) {
        routes.update(() -> {
            routes.setRoute(LoginView.PATH, LoginView.class);
            routes.setRoute(RenewalPage.PATH, RenewalPage.class);
            routes.setRoute("", HomeView.class, List.of(Shell.class));
            routes.setRoute(FunctionsView.PATH, FunctionsView.class, List.of(Shell.class));
        });
    }

    @Override
    public <T> Optional<T> create(Class<T> type) {
        Supplier<?> factory = own.get(type);
        return factory == null
                ? functions.view(type).map(view -> type.cast(made(view)))
                : Optional.of(type.cast(factory.get()));
    }

    private Object made(View<?> view) {
        view.right().filter(right -> !callers.current().map(right::heldBy).orElse(false))
                .ifPresent(right -> callers.requireEverywhere(right.permission()));
        return view.factory().get();
    }
}
