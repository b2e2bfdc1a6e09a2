package org.zaledje.platform.event;

/**
 * A webhook with its secret, which is told this once.
 *
 * @param secret what the receiver checks signatures with
 */
public record IssuedWebhook(Webhook webhook, String secret) {

    @Override
    public String toString() {
        return webhook.toString();
    }
}
