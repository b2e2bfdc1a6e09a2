package org.zaledje.platform.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.internal.EncodeUtil;
import com.vaadin.flow.server.StreamResource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.function.Supplier;
import org.zaledje.platform.text.LocalizedText;

/**
 * A link that saves a file. The browser never shows the file in the page, whatever is in it: it is sent as an
 * attachment whose type is not guessed.
 */
public final class Download extends Anchor {

    private static final long serialVersionUID = 1L;

    /**
     * @param text      what is read
     * @param fileName  name to save it under; what can't be in a file's name is replaced
     * @param mediaType for example {@code application/xml}
     * @param content   makes the bytes when the link is followed; called with the caller known
     */
    public Download(LocalizedText text, String fileName, String mediaType, Supplier<byte[]> content) {
        this(text, fileName, mediaType, (Content) out -> out.write(content.get()));
    }

    /** Makes a file while it is downloaded, in the thread of its request and with the caller known. */
    @FunctionalInterface
    public interface Content extends Serializable {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * A file of any size, which is never held as a whole.
     *
     * @param text      what is read
     * @param fileName  name to save it under; what can't be in a file's name is replaced
     * @param mediaType for example {@code text/csv;charset=UTF-8}
     * @param content   makes the file when the link is followed
     */
    public Download(LocalizedText text, String fileName, String mediaType, Content content) {
        String name = fileName.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|;]", "_");
        StreamResource resource = new StreamResource(name, (out, session) -> content.writeTo(out));
        resource.setContentType(mediaType);
        resource.setCacheTime(0);
        resource.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + EncodeUtil.rfc5987Encode(name));
        resource.setHeader("X-Content-Type-Options", "nosniff");
        setHref(resource);
        getElement().setAttribute("download", true);
        addClassName("z-download");
        add(VaadinIcon.DOWNLOAD_ALT.create());
        add(Language.tell(text));
    }
}
