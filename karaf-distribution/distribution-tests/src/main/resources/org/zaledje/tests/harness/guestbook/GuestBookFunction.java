package org.example.guestbook;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** What the platform shows of this function. */
@Component(service = {BackOfficeFunction.class, FunctionViews.class, FunctionNavigation.class})
public final class GuestBookFunction implements BackOfficeFunction, FunctionViews {

    @Override
    public String id() {
        return "guestbook";
    }

    @Override
    public String functionId() {
        return id();
    }

    @Override
    public LocalizedText title() {
        return LocalizedText.verbatim("Guest book");
    }

    @Override
    public LocalizedText description() {
        return LocalizedText.verbatim("Who was here.");
    }

    @Override
    public String icon() {
        return "open-book";
    }

    @Override
    public Set<String> permissions() {
        return Set.of();
    }

    @Override
    public List<View<?>> views() {
        return List.of(View.inDrawer("guestbook", GuestBookView.class, title(), icon(), GuestBookView::new));
    }
}
