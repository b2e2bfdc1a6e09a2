package org.zaledje.platform.ui.internal.bridge;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.internal.UiTexts;

/** Tells Vaadin which languages there are. Pages tell their texts themselves, each from those of its own bundle. */
final class PlatformLanguages implements I18NProvider {

    static final PlatformLanguages INSTANCE = new PlatformLanguages();

    private static final long serialVersionUID = 1L;

    private PlatformLanguages() {
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Texts.LOCALES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return UiTexts.text(key, arguments).in(locale);
    }
}
