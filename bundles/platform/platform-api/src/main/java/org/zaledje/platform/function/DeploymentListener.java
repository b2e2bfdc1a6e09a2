package org.zaledje.platform.function;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service that is told when {@link FunctionDeployer#deployments()} has changed. */
@ConsumerType
public interface DeploymentListener {

    /** Called after each change, from a thread of the deployer; returns at once. */
    void deploymentsChanged();
}
