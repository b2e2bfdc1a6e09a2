package org.zaledje.platform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zaledje.platform.text.LocalizedText;

/**
 * The keys that a page listens to while nobody types into a field, and {@code ?}, which lists them. Who needs these keys for
 * something else, such as speech input, turns them off in that list.
 */
@Tag("z-keys")
public final class PageKeys extends HtmlComponent {

    private static final long serialVersionUID = 1L;
    private static final String OFF = "localStorage.getItem('zaledje-keys') === 'off'";

    private static final String LISTEN = """
            const listen = event => {
              const target = event.composedPath()[0];
              const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
              if (!this.isConnected) {
                document.removeEventListener('keydown', listen);
              } else if (!typing && !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat
                  && $0.includes(event.key) && !document.querySelector('[opened][role=dialog], vaadin-dialog-overlay')
                  && !(""" + OFF + """
            )) {
                event.preventDefault();
                this.$server.pressed(event.key);
              }
            };
            document.addEventListener('keydown', listen);
            """;

    /** What a key does. */
    private record Work(LocalizedText what, Runnable work) {
    }

    private final transient Map<String, Work> keys = new LinkedHashMap<>();

    PageKeys() {
        getElement().setAttribute("hidden", true);
    }

    void add(String key, LocalizedText what, Runnable work) {
        keys.put(key, new Work(what, work));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ComponentUtil.setData(event.getUI(), PageKeys.class, this);
        List<String> all = new ArrayList<>(keys.keySet());
        all.add("?");
        getElement().executeJs(LISTEN, String.join("", all));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (ComponentUtil.getData(event.getUI(), PageKeys.class) == this) {
            ComponentUtil.setData(event.getUI(), PageKeys.class, null);
        }
    }

    @ClientCallable
    private void pressed(String key) {
        if (key.equals("?")) {
            list(UI.getCurrent());
        } else if (keys.containsKey(key)) {
            keys.get(key).work().run();
        }
    }

    /** Lists the keys of the page that a tab shows, and those of every page. */
    public static void list(UI tab) {
        Map<String, String> told = new LinkedHashMap<>();
        PageKeys page = ComponentUtil.getData(tab, PageKeys.class);
        if (page != null) {
            page.keys.forEach((key, work) -> told.put(key, Language.tell(work.what())));
        }
        List.of("?", "Ctrl+S", "Alt+Z", "Tab", "Enter", "Esc").forEach(key -> told.put(key, KitTexts.tell("keys." + key)));
        new PageKeysDialog(told).open();
    }
}
