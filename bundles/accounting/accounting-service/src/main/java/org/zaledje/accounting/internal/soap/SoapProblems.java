package org.zaledje.accounting.internal.soap;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.soap.ProblemDetail;
import org.zaledje.platform.soap.ProblemDetail.BrokenRule;
import org.zaledje.platform.soap.ProblemDetail.Member;
import org.zaledje.platform.soap.SoapProblem;

/** Turns problems into faults, told in the caller's language. */
record SoapProblems(Locale locale) {

    <T> T call(Supplier<T> work) throws SoapProblem {
        try {
            return work.get();
        } catch (ProblemException e) {
            throw new SoapProblem(e.detail().in(locale), detail(e), e);
        }
    }

    List<BrokenRule> brokenRules(List<Violation> violations) {
        return violations.stream().map(this::brokenRule).toList();
    }

    private ProblemDetail detail(ProblemException problem) {
        ProblemDetail detail = new ProblemDetail();
        detail.code = problem.code();
        detail.status = problem.kind().status();
        detail.detail = problem.detail().in(locale);
        detail.violations.addAll(brokenRules(problem.violations()));
        problem.members().forEach((name, value) -> {
            Member member = new Member();
            member.name = name;
            member.value = value;
            detail.members.add(member);
        });
        return detail;
    }

    private BrokenRule brokenRule(Violation violation) {
        BrokenRule broken = new BrokenRule();
        broken.rule = violation.rule();
        broken.severity = violation.severity().name().toLowerCase(Locale.ROOT);
        broken.message = violation.message().in(locale);
        broken.location = violation.location();
        return broken;
    }
}
