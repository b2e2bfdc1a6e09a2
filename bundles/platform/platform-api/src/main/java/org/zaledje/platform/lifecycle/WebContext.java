package org.zaledje.platform.lifecycle;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The web container's context will not be stopped and started again for something of the platform. A component that puts a servlet on
 * the whiteboard refers to it, so that no request comes to the servlet before. Has no methods: that it is there is all it tells.
 */
@ProviderType
public interface WebContext {
}
