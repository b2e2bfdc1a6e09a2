package org.zaledje.platform.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;

/**
 * The address of the page that a tab shows, as the page itself has said it: filters of a list, the open tab of a record.
 * A link to it shows the same, and so does the page when it is made anew.
 *
 * @param location path and parameters
 */
public record PageAddress(Location location) {

    /** Says the parameters of the page that is shown, without going anywhere. */
    public static void say(Map<String, List<String>> parameters) {
        UI tab = UI.getCurrent();
        Location said = new Location(of(tab).getPath(), new QueryParameters(parameters));
        ComponentUtil.setData(tab, PageAddress.class, new PageAddress(said));
        tab.getPage().getHistory().replaceState(null, said);
    }

    /** The address of the page that a tab shows. */
    public static Location of(UI tab) {
        Location navigated = tab.getInternals().getActiveViewLocation();
        PageAddress said = ComponentUtil.getData(tab, PageAddress.class);
        return said != null && said.location().getPath().equals(navigated.getPath()) ? said.location() : navigated;
    }

    /** Forgets what was said: the tab goes to another page, or to the same one by a link. */
    public static void forget(UI tab) {
        ComponentUtil.setData(tab, PageAddress.class, null);
    }
}
