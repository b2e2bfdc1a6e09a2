package org.zaledje.platform.web.internal.catalogue;

import java.util.List;

/**
 * What is installed.
 *
 * @param functions   the functions that are running, by id
 * @param deployments the archives in the deploy folder, by file name
 */
record FunctionList(List<FunctionEntry> functions, List<DeploymentEntry> deployments) {
}
