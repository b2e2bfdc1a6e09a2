package org.zaledje.accounting.internal.invoice;

import org.zaledje.en16931.Syntax;

/** Where each business term of EN 16931 is in a syntax (the bindings of CEN/TS 16931-3-2 and 3-3). */
record InvoicePaths(
        String number,
        String type,
        String issueDate,
        String dueDate,
        String note,
        String currency,
        String sellerName,
        String sellerVatId,
        String sellerRegistration,
        String buyerName,
        String netAmount,
        String vatAmount,
        String totalAmount,
        String payableAmount,
        LinePaths lines) {

    /** The same for a line; all but {@code all} relative to the line. */
    record LinePaths(String all, String number, String description, String quantity, String unit, String netAmount,
            String vatRate) {
    }

    private static final InvoicePaths UBL = new InvoicePaths(
            "cbc:ID",
            "cbc:InvoiceTypeCode | cbc:CreditNoteTypeCode",
            "cbc:IssueDate",
            "cbc:DueDate | cac:PaymentMeans/cbc:PaymentDueDate",
            "cbc:Note",
            "cbc:DocumentCurrencyCode",
            "cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName",
            "cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme[normalize-space(cac:TaxScheme/cbc:ID) = 'VAT']"
                    + "/cbc:CompanyID",
            "cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID",
            "cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName",
            "cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount",
            "cac:TaxTotal/cbc:TaxAmount[@currencyID = /*/cbc:DocumentCurrencyCode/normalize-space()]",
            "cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount",
            "cac:LegalMonetaryTotal/cbc:PayableAmount",
            new LinePaths(
                    "cac:InvoiceLine | cac:CreditNoteLine",
                    "cbc:ID",
                    "cac:Item/cbc:Name",
                    "cbc:InvoicedQuantity | cbc:CreditedQuantity",
                    "cbc:InvoicedQuantity/@unitCode | cbc:CreditedQuantity/@unitCode",
                    "cbc:LineExtensionAmount",
                    "cac:Item/cac:ClassifiedTaxCategory/cbc:Percent"));

    private static final String SETTLEMENT = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/";
    private static final String AGREEMENT = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement/";
    private static final String SUMS = SETTLEMENT + "ram:SpecifiedTradeSettlementHeaderMonetarySummation/";

    private static final InvoicePaths CII = new InvoicePaths(
            "rsm:ExchangedDocument/ram:ID",
            "rsm:ExchangedDocument/ram:TypeCode",
            "rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString",
            SETTLEMENT + "ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString",
            "rsm:ExchangedDocument/ram:IncludedNote/ram:Content",
            SETTLEMENT + "ram:InvoiceCurrencyCode",
            AGREEMENT + "ram:SellerTradeParty/ram:Name",
            AGREEMENT + "ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID[@schemeID = 'VA']",
            AGREEMENT + "ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:ID",
            AGREEMENT + "ram:BuyerTradeParty/ram:Name",
            SUMS + "ram:TaxBasisTotalAmount",
            SUMS + "ram:TaxTotalAmount[@currencyID = /*/" + SETTLEMENT + "ram:InvoiceCurrencyCode/normalize-space()]",
            SUMS + "ram:GrandTotalAmount",
            SUMS + "ram:DuePayableAmount",
            new LinePaths(
                    "rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem",
                    "ram:AssociatedDocumentLineDocument/ram:LineID",
                    "ram:SpecifiedTradeProduct/ram:Name",
                    "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity",
                    "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode",
                    "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation"
                            + "/ram:LineTotalAmount",
                    "ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:RateApplicablePercent"));

    static InvoicePaths of(Syntax syntax) {
        return syntax == Syntax.CII ? CII : UBL;
    }
}
