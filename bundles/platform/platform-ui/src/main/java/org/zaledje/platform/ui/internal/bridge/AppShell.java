package org.zaledje.platform.ui.internal.bridge;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.Theme;

/** What every page of the web UI has: the theme, the compact sizes, and push. */
@Theme("zaledje")
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
@JsModule("@vaadin/vaadin-lumo-styles/presets/compact.js")
public class AppShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;
}
