package org.zaledje.platform.idempotency;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was answered to a request.
 *
 * @param status   the HTTP status
 * @param headers  headers worth telling again, by name
 * @param body     the body; not to be changed
 * @param replayed whether it is the answer to an earlier request
 */
public record KeptAnswer(int status, Map<String, String> headers, byte[] body, boolean replayed) {

    private static final int FIRST_ERROR = 400;

    public KeptAnswer {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /** Whether the request was refused or failed. */
    public boolean isError() {
        return status >= FIRST_ERROR;
    }
}
