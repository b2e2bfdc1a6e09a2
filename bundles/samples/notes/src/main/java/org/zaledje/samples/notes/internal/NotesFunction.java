package org.zaledje.samples.notes.internal;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;
import org.zaledje.samples.notes.internal.gallery.GalleryView;

/** What the platform shows of this function: its name, its permissions, its page. */
@Component(service = {BackOfficeFunction.class, FunctionViews.class, FunctionNavigation.class})
public final class NotesFunction implements BackOfficeFunction, FunctionViews {

    static final String ID = "notes";
    static final String READ = "notes.note.read";
    static final String WRITE = "notes.note.write";
    static final Texts TEXTS = Texts.beside(NotesFunction.class);

    private final List<View<?>> views;

    @Activate
    public NotesFunction(@Reference Notes notes, @Reference Units units) {
        views = List.of(
                View.inDrawer(ID, NotesView.class, title(), "notebook", () -> new NotesView(notes, units))
                        .requiring(READ),
                View.inDrawer(ID + "/gallery", GalleryView.class, GalleryView.title(), "palette", GalleryView::new)
                        .requiring(READ),
                View.of(ID + "/:id", NotePage.class, TEXTS.text("note"), () -> new NotePage(notes, units)).requiring(READ));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String functionId() {
        return ID;
    }

    @Override
    public LocalizedText title() {
        return TEXTS.text("notes");
    }

    @Override
    public LocalizedText description() {
        return TEXTS.text("notes.description");
    }

    @Override
    public String icon() {
        return "notebook";
    }

    @Override
    public Set<String> permissions() {
        return Set.of(READ, WRITE);
    }

    @Override
    public List<View<?>> views() {
        return views;
    }
}
