/** SOAP: a thin adapter, which turns messages into calls of the API. */
@XmlSchema(namespace = AccountingSoap.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package org.zaledje.accounting.internal.soap;

import javax.xml.bind.annotation.XmlNsForm;
import javax.xml.bind.annotation.XmlSchema;
