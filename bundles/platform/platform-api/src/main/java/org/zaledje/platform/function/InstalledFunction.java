package org.zaledje.platform.function;

import java.util.List;
import java.util.Optional;
import org.zaledje.platform.text.LocalizedText;

/**
 * What the platform knows of a function that is running now.
 *
 * @param id          see {@link BackOfficeFunction#id()}
 * @param version     version of its service bundle, for example {@code 0.1.0}
 * @param title       see {@link BackOfficeFunction#title()}
 * @param description see {@link BackOfficeFunction#description()}
 * @param icon        see {@link BackOfficeFunction#icon()}
 * @param permissions see {@link BackOfficeFunction#permissions()}, sorted
 * @param restBase    path of its REST resources, for example {@code /api/v1/accounting}; empty when it has none
 * @param wsdl        path of its WSDL, for example {@code /soap/accounting?wsdl}; empty when it has no SOAP endpoint
 * @param pages       its pages in the order of the drawer; empty when it has none
 * @param routes      see {@link FunctionNavigation#routes()}; sorted
 */
public record InstalledFunction(
        String id,
        String version,
        LocalizedText title,
        LocalizedText description,
        String icon,
        List<String> permissions,
        Optional<String> restBase,
        Optional<String> wsdl,
        List<NavigationItem> pages,
        List<String> routes) {
}
