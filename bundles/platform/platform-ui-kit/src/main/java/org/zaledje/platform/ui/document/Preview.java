package org.zaledje.platform.ui.document;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.server.StreamResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.zaledje.platform.document.DocumentContent;
import org.zaledje.platform.document.DocumentVersion;

/**
 * A picture of a document in a dialog. Only formats of pixels are shown: what could hold a script, as SVG does, never
 * reaches the page.
 */
final class Preview extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> ENDINGS =
            Map.of("image/png", "png", "image/jpeg", "jpg", "image/gif", "gif", "image/webp", "webp", "image/bmp", "bmp");

    Preview(String title, DocumentContent content) {
        DocumentVersion file = content.version();
        setId("document-preview");
        setHeaderTitle(title);
        setWidth("min(60rem, 100%)");
        // Its name in the address decides nothing, so that of the sender is left out.
        StreamResource picture = new StreamResource("preview." + ENDINGS.get(file.mediaType()), (out, session) -> copy(content, out));
        picture.setContentType(file.mediaType());
        picture.setCacheTime(0);
        picture.setHeader("X-Content-Type-Options", "nosniff");
        picture.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        Image image = new Image(picture, title);
        image.setMaxWidth("100%");
        add(image);
        getFooter().add(new Button(PanelTexts.tell("close"), click -> close()));
    }

    /** Whether such a file can be shown. */
    static boolean shows(DocumentVersion file) {
        return ENDINGS.containsKey(file.mediaType());
    }

    private static void copy(DocumentContent content, OutputStream out) throws IOException {
        try (InputStream in = content.open(0)) {
            in.transferTo(out);
        }
    }
}
