package org.zaledje.platform.rest;

import org.osgi.annotation.versioning.ProviderType;

/** The description of all REST resources that are there now. Thread-safe. */
@ProviderType
public interface OpenApi {

    /** Permission to read on the page of services how partners call them; the description itself is open. */
    String READ = "administration.service.read";

    /** An OpenAPI 3 document: JSON in UTF-8. Not to be changed; another one when a function has come or gone. */
    byte[] document();
}
