"""Forms of this room; allauth's own are given our words, and no placeholders instead of labels."""

from openodop.people.forms.fields import PhoneField
from openodop.people.forms.passwords import ChangePasswordForm, LinkPasswordForm, NewPasswordForm, ResetPasswordForm, SetPasswordForm
from openodop.people.forms.persons import (
    AcceptForm,
    OwnNameForm,
    OwnSignInForm,
    PaperConsentForm,
    PersonForm,
    PersonSearchForm,
    PublicProfileForm,
)
from openodop.people.forms.second_factor import ActivateAppForm, AddPasskeyForm, RenamePasskeyForm, SecondFactorAgainForm, SecondFactorForm
from openodop.people.forms.sign_in import ConfirmCodeForm, PasswordAgainForm, RegistrationForm, RequestCodeForm, SignInForm, VerifyPhoneForm
from openodop.people.forms.staff import EndPostForm, InvitationForm, OrganisationForm, PostForm, StaffSearchForm

__all__ = [
    "AcceptForm",
    "ActivateAppForm",
    "AddPasskeyForm",
    "ChangePasswordForm",
    "ConfirmCodeForm",
    "EndPostForm",
    "InvitationForm",
    "LinkPasswordForm",
    "NewPasswordForm",
    "OrganisationForm",
    "OwnNameForm",
    "OwnSignInForm",
    "PaperConsentForm",
    "PasswordAgainForm",
    "PersonForm",
    "PersonSearchForm",
    "PhoneField",
    "PostForm",
    "PublicProfileForm",
    "RegistrationForm",
    "RenamePasskeyForm",
    "RequestCodeForm",
    "ResetPasswordForm",
    "SecondFactorAgainForm",
    "SecondFactorForm",
    "SetPasswordForm",
    "SignInForm",
    "StaffSearchForm",
    "VerifyPhoneForm",
]
