package org.zaledje.platform.service.internal.identity.openid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.problem.ProblemException;

/** Tells whether an ID token is the provider's, for us, for this very login, and still good. */
final class IdTokens {

    private static final Logger LOG = LoggerFactory.getLogger(IdTokens.class);

    /** Those with a key pair only: with a shared secret, whoever can check a token can make one. */
    private static final AlgorithmConstraints SIGNED = new AlgorithmConstraints(ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256, AlgorithmIdentifiers.RSA_USING_SHA384, AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256, AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384, AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
            AlgorithmIdentifiers.EDDSA);

    /** Reasons in the order in which they are told when a token is wrong in several ways. */
    private static final Map<Integer, String> REASONS = Map.of(
            ErrorCodes.SIGNATURE_INVALID, "signature", ErrorCodes.SIGNATURE_MISSING, "signature",
            ErrorCodes.ISSUER_INVALID, "issuer", ErrorCodes.ISSUER_MISSING, "issuer",
            ErrorCodes.AUDIENCE_INVALID, "audience", ErrorCodes.AUDIENCE_MISSING, "audience",
            ErrorCodes.EXPIRED, "expired", ErrorCodes.EXPIRATION_MISSING, "expired", ErrorCodes.NOT_YET_VALID, "expired");
    private static final List<String> GRAVEST_FIRST = List.of("signature", "issuer", "audience", "expired");

    private final OpenIdSettings settings;
    private final Provider provider;
    private final Clock clock;

    IdTokens(OpenIdSettings settings, Provider provider, Clock clock) {
        this.settings = settings;
        this.provider = provider;
        this.clock = clock;
    }

    /**
     * What a token claims.
     *
     * @throws ProblemException FORBIDDEN with the reason when it is not to be trusted
     */
    JwtClaims claims(String token, String nonce) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(SIGNED)
                    .setVerificationKeyResolver((signature, nested) -> key(signature))
                    .setExpectedIssuer(settings.issuer().toString())
                    .setExpectedAudience(settings.clientId())
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setRequireIssuedAt()
                    .setAllowedClockSkewInSeconds(Math.toIntExact(settings.clockSkew().toSeconds()))
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build().processToClaims(token);
            mustBeForUs(claims);
            mustBeOfThisLogin(claims, nonce);
            return claims;
        } catch (InvalidJwtException e) {
            LOG.warn("An ID token of {} is refused: {}", settings.issuer(), e.getErrorDetails());
            throw OpenIdProblem.refused(GRAVEST_FIRST.stream()
                    .filter(reason -> e.getErrorDetails().stream().anyMatch(each -> reason.equals(REASONS.get(each.getErrorCode()))))
                    .findFirst().orElse("unreadable"));
        } catch (MalformedClaimException e) {
            throw OpenIdProblem.refused("unreadable");
        }
    }

    private void mustBeForUs(JwtClaims claims) throws MalformedClaimException {
        boolean several = claims.getAudience().size() > 1;
        String party = claims.getStringClaimValue("azp");
        if (several && party == null || party != null && !party.equals(settings.clientId())) {
            throw OpenIdProblem.refused("audience");
        }
    }

    private static void mustBeOfThisLogin(JwtClaims claims, String nonce) throws MalformedClaimException {
        String given = claims.getStringClaimValue("nonce");
        if (given == null || !MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), nonce.getBytes(StandardCharsets.UTF_8))) {
            throw OpenIdProblem.refused("nonce");
        }
    }

    private Key key(JsonWebSignature signature) throws UnresolvableKeyException {
        try {
            JsonWebKey known = selected(signature, false);
            JsonWebKey key = known == null ? selected(signature, true) : known;
            if (key == null) {
                throw new UnresolvableKeyException("the provider has no such key as " + signature.getKeyIdHeaderValue());
            }
            return key.getKey();
        } catch (IOException e) {
            LOG.error("The keys of {} can't be asked for: {}", settings.issuer(), e.toString());
            throw OpenIdProblem.unavailable();
        } catch (JoseException e) {
            throw new UnresolvableKeyException(e.getMessage(), e);
        }
    }

    private JsonWebKey selected(JsonWebSignature signature, boolean anew) throws IOException, JoseException {
        return new VerificationJwkSelector().select(signature, provider.keys(anew));
    }
}
